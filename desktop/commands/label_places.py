"""`label --places`: labels of bins and other places in bulk, by a pattern of their codes."""

from collections.abc import Sequence
from pathlib import Path

from desktop.commands.figures import Json
from desktop.commands.labels import FORMATS, send_job
from desktop.domain.place_label import PlaceLabel, place_labels
from desktop.domain.refusal import Refusal
from desktop.labelling import Many, check_count, made_pdf, save, style_of, where_to, written
from desktop.operations import label_jobs
from desktop.station import Station
from desktop.store import places


async def label_places(
    station: Station,
    *,
    patterns: Sequence[str],
    copies: int = 1,
    size: str = "",
    square: bool = False,
    to: str = "",
    sheet: bool = False,
    skip: int = 0,
    only_list: bool = False,
) -> Json:
    """Print labels of places, write them to a file, or only list them. Refusals of labels, Faults of the printer."""
    with station.terminal.database.reading() as connection:
        found = place_labels(places.read_tree(connection), patterns)
    if not found:
        asked = ", ".join(patterns)[:60]
        raise Refusal("label.no_place", f"No place has a code like {asked}.", "Write for example A-01-*.")
    told: Json = {"labels": len(found) * copies, "places": [_json(one) for one in found]}
    if only_list:
        return told | {"state": "listed", "to": ""}
    many = [(one, copies) for one in found]
    return told | await hand_out(station, many, size=size, square=square, to=to, sheet=sheet, skip=skip)


async def hand_out(
    station: Station, many: Many, *, size: str, square: bool, to: str, sheet: bool = False, skip: int = 0
) -> Json:
    """Print labels, or write them to a file; tells what became of them and where they are."""
    settings = station.loaded.settings
    check_count(many)
    style, name = style_of(settings, size, square=square), size or settings.label_size
    if to:
        language = FORMATS.get(Path(to).suffix.lower())
        job = written(many, style, language, settings) if language else made_pdf(many, style, sheet=sheet, skipped=skip)
        save(Path(to), job)
        label_jobs.note_saved(station.terminal, many, name, square=square)
        return {"state": "saved", "to": to}
    outcome = await send_job(station, many, style, name)
    if outcome.fault is not None:
        raise outcome.fault
    return {"state": outcome.state, "to": where_to(settings)[0]}


def _json(one: PlaceLabel) -> Json:
    return {"code": one.code, "check_code": one.check_code, "where": one.where}
