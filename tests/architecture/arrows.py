"""A kind of contract for import-linter: a list of everything that some modules may import.

A list of what is allowed stays true when a package is added; a list of what is forbidden does not.
"""

from fnmatch import fnmatchcase

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


def covers(patterns: list[str], name: str) -> bool:
    """Whether a dotted name is one of these patterns or lies inside one; `*` stands for any text, dots included."""
    return any(fnmatchcase(name, pattern) or fnmatchcase(name, f"{pattern}.*") for pattern in patterns)


class MayImportOnly(Contract):
    """`modules` (but not those in `besides`) import each other, the `allowed` modules, and no package in `never`.

    `allowed` speaks of our own packages, `never` of the standard library's and other people's.
    """

    type_name = "may_import_only"

    modules = fields.ListField(subfield=fields.StringField())
    besides = fields.ListField(subfield=fields.StringField(), required=False, default=[])
    allowed = fields.ListField(subfield=fields.StringField())
    never = fields.ListField(subfield=fields.StringField(), required=False, default=[])

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect every wrong direct import as one line of text."""
        wrong = sorted(
            f"{module} imports {imported} (line {detail['line_number']})"
            for module in graph.modules
            if covers(self.modules, module) and not covers(self.besides, module)
            for imported in graph.find_modules_directly_imported_by(module)
            if self.refuses(imported, graph.is_module_squashed(imported))
            for detail in graph.get_import_details(importer=module, imported=imported)
        )
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def refuses(self, imported: str, foreign: bool) -> bool:
        """Whether an import of this name is wrong; `foreign` names are not our own."""
        if foreign:
            return covers(self.never, imported)
        return not covers([*self.modules, *self.allowed], imported)

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print the wrong imports."""
        for line in check.metadata["wrong"]:
            output.print_error(line, bold=False)
