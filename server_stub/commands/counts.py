"""Commands about counts: count plan, limits."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.offers import Shop
from server_stub.commands.session import Session, command

if TYPE_CHECKING:
    from server_stub.database import Pool


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    count = typer.Typer(help="Counting goods.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(count, name="count")
    command(count, "plan")(plan)
    command(count, "limits")(limits)


def plan(
    session: Session,
    scope: Annotated[str, typer.Argument(help="full, section, cycle or triggered.")],
    shop: Shop = None,
    place: Annotated[
        list[str] | None, typer.Option(help="Code of a place of the section, with what is in it; repeat it.")
    ] = None,
    lines: Annotated[int, typer.Option(min=1, max=100_000, help="So many lines of goods at most.")] = 50,
    number: Annotated[str, typer.Option(help="What people know the order by.")] = "",
    note: str = "",
) -> None:
    """Order a count. The tills hear of it, and nobody who counts is told what is expected."""

    async def work(pool: "Pool") -> dict[str, Any]:
        from server_stub.audit.log import COMMAND_LINE
        from server_stub.audit.log import note as add_note
        from server_stub.counts.planning import Plan, plan_count

        ident, now = await _choose(pool, shop), datetime.now(UTC)
        async with pool.connection() as conn, conn.transaction():
            made = await plan_count(conn, ident, Plan(scope, tuple(place or ()), lines, number, note), now)
            if made is None:
                return {"order": None, "number": "", "lines": 0}
            told = {"kind": "count", "number": made.number, "scope": scope, "lines": made.lines}
            await add_note(conn, COMMAND_LINE, "order.added", f"order:{made.order}", told, at=now)
        return {"order": made.order, "number": made.number, "lines": made.lines}

    answer = _refusing(session, work)
    text = f"{answer['number']}: {answer['lines']} lines to count" if answer["lines"] else "There is nothing to count."
    session.report(answer, text)


def limits(
    session: Session,
    shop: Shop = None,
    percent: Annotated[
        str | None, typer.Option(help="A difference of more than so many per cent of the book waits.")
    ] = None,
    pieces: Annotated[str | None, typer.Option(help="One of more than so many pieces (or kg, m) waits.")] = None,
    value: Annotated[str | None, typer.Option(help="One that is worth more than this waits.")] = None,
    lines_a_day: Annotated[int | None, typer.Option(min=0, max=10_000, help="Order so many lines every day.")] = None,
) -> None:
    """Say from when a difference waits for a person, and how much is counted every day; 0 is no limit."""

    async def work(pool: "Pool") -> dict[str, Any]:
        import msgspec

        from server_stub.api.shop_counting import CountingChange, change_counting, tell_counting
        from server_stub.audit.log import COMMAND_LINE
        from server_stub.audit.log import note as add_note
        from server_stub.goods.shops import read_shops, save_shop

        texts = {"percent": percent, "pieces": pieces, "value": value}
        given = {name: text.replace(",", ".") for name, text in texts.items() if text is not None}
        changed = given if lines_a_day is None else given | {"lines_a_day": lines_a_day}
        try:
            change = msgspec.convert(changed, CountingChange)
        except msgspec.ValidationError as error:
            raise typer.BadParameter(f"no limit: {error}") from error
        ident = await _choose(pool, shop)
        async with pool.connection() as conn, conn.transaction():
            known = (await read_shops(conn, [ident]))[ident]
            terms = change_counting(known.counting, change, known.currency)
            if changed:
                await save_shop(conn, msgspec.structs.replace(known, counting=terms))
                await add_note(conn, COMMAND_LINE, "shop.counting", f"shop:{ident}", changed, at=datetime.now(UTC))
        told: dict[str, Any] = msgspec.to_builtins(tell_counting(terms, known.currency))
        return {"shop": known.name, "currency": known.currency} | told

    answer = _refusing(session, work)
    session.report(answer, "\n".join(f"{name}: {value}" for name, value in answer.items()))


def _refusing(session: Session, work: Any) -> dict[str, Any]:
    """Run it; what the rules refuse is a refusal of the command, too."""
    from server_stub.faults import Denied, Refusal

    try:
        answer: dict[str, Any] = session.run(work)
    except Denied as error:
        raise Refusal("count.refused", error.message) from error
    return answer


async def _choose(pool: "Pool", shop: str | None) -> str:
    from server_stub.commands.terminals import choose_shop
    from server_stub.faults import Refusal

    if ident := await choose_shop(pool, shop):
        return ident
    raise Refusal("shop.unknown", "There are several shops", "Name one with --shop.")
