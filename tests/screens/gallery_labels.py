"""The gallery of labels: the list, a promotion, what cannot be labelled, and what is asked."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from desktop.domain.label import Label
from desktop.domain.print_job import JobState
from desktop.labelling import preview, style_of
from desktop.operations import label_jobs, labels
from desktop.settings import Settings
from desktop.ui.labels.jobs_presenter import Many
from desktop.ui.labels.labels_rows import PdfOrder, Printed
from desktop.ui.labels.presenter import LabelHands, LabelsPresenter
from desktop.ui.labels.presenter import Many as Labels
from desktop.ui.labels.view import LabelsView
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.shell import Screen
from tests.screens.stage import Stage
from tests.terminals import BAG, BREAD, MILK, UNKNOWN, WINE

JOBS: tuple[tuple[str, tuple[JobState, ...], str], ...] = (
    (BREAD, ("sent", "sent"), ""),
    (MILK, ("unknown",), ""),
    (WINE, ("queued",), "printer.paper_out"),
)


def labels_list(stage: Stage) -> None:
    """Scanned, one twice; the label of the weighed cheese is looked at."""
    show_labels(stage)
    stage.scan(BREAD, BREAD, MILK, WINE, BAG, "CHEESE")


def labels_none(stage: Stage) -> None:
    """Nothing is chosen yet, and no label was printed."""
    show_labels(stage).add_changed()


def labels_unknown(stage: Stage) -> None:
    """What was scanned is not in the catalogue; QR codes are chosen."""
    labels_list(stage)
    presenter_of(stage).choose_square(True)
    stage.scan(UNKNOWN)


def labels_category(stage: Stage) -> None:
    """Labels of which category?"""
    show_labels(stage)
    view_of(stage).category.click()


def labels_pdf(stage: Stage) -> None:
    """How shall the PDF be?"""
    labels_list(stage)
    view_of(stage).pdf.click()


def labels_jobs(stage: Stage) -> None:
    """What waits, what is unclear, and what was printed twice."""
    presenter, terminal = show_labels(stage), stage.terminal
    for code, states, reason in JOBS:
        [found] = labels.find_goods(terminal, code)
        many = [(labels.make_label(terminal, found), 2)]
        job, _ = label_jobs.begin_labels(terminal, many, "58x40")
        for state in states:
            job = label_jobs.settle_labels(terminal, job, many, state, reason)
    presenter.add_changed()
    view_of(stage).jobs.click()


def show_labels(stage: Stage, hands: LabelHands | None = None) -> LabelsPresenter:
    """A manager has opened the screen."""
    stage.open_day("mira")
    presenter = LabelsPresenter(stage.terminal, hands or make_hands([]))
    presenter.sounded.connect(stage.shell.play)
    view = LabelsView(presenter, SearchPresenter(stage.terminal))
    stage.shell.add_screen(Screen("labels", "Labels", view, scan=presenter.scan, enter=presenter.enter))
    stage.shell.show_screen("labels")
    return presenter


def make_hands(told: list[object], outcomes: Sequence[Printed] = ()) -> LabelHands:
    """Hands that draw as the program does, and write down what is to be printed; each job ends by its outcome."""
    ends = iter(outcomes)

    async def print_labels(many: Many, size: str, square: bool) -> Printed:
        goods = [(label, copies) for label, copies in many if isinstance(label, Label)]
        told.append(("print", [(label.sku, copies) for label, copies in goods], size, square))
        return next(ends, Printed("sent"))

    async def make_pdf(many: Labels, size: str, square: bool, order: PdfOrder) -> str:
        told.append(("pdf", len(many), size, square, order))
        return "/labels/labels.pdf"

    def draw(label: Label, size: str, square: bool) -> bytes:
        return preview(label, style_of(Settings(language=QLocale().name()[:2]), size, square=square))

    return LabelHands(
        size=lambda: "58x40",
        keep_size=lambda size: told.append(("size", size)),
        preview=draw,
        print_labels=print_labels,
        make_pdf=make_pdf,
    )


def view_of(stage: Stage) -> LabelsView:
    """The screen itself."""
    view = stage.shell.findChild(LabelsView)
    assert view is not None
    return view


def presenter_of(stage: Stage) -> LabelsPresenter:
    """Its presenter."""
    return view_of(stage)._presenter


LABELS = (
    ("labels", labels_list),
    ("labels-none", labels_none),
    ("labels-unknown", labels_unknown),
    ("labels-category", labels_category),
    ("labels-pdf", labels_pdf),
    ("labels-jobs", labels_jobs),
)
