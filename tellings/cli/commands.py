"""What each command does. Modules that are slow to import are imported by the command alone."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import nullcontext

from tellings import build, config
from tellings.cache import lock
from tellings.cli import building, printing
from tellings.cli.printing import Printer, count
from tellings.cli.still import Still

__all__ = ["run"]


def run(given: Namespace, printer: Printer, still: Still | None = None) -> int:
    """Carry out the command that was given; 0 fine, 1 problems.

    `still` remembers a build that had nothing to do.
    """
    name = "watch" if given.watch else given.command
    if name == "build":
        return building.build(given, printer, still)
    return COMMANDS[name](given, printer)


def _ingest(given: Namespace, printer: Printer) -> int:
    from tellings.cli import filed, labelled  # noqa: PLC0415 - slow
    from tellings.ingest import filing  # noqa: PLC0415 - slow
    from tellings.ingest.wishes import Wishes  # noqa: PLC0415 - slow

    config.load(given.root)
    wishes = Wishes(
        as_id=given.as_id,
        outlet=given.outlet,
        url=given.url,
        published=given.published,
        dry_run=given.dry_run,
        allow_private=given.allow_private,
    )
    event = given.root / "content" / "events" / given.slug / "event.md"
    with nullcontext() if given.dry_run else building.alone(given, printer, lock.FILING):
        begun = not event.exists()
        done = filing.file_all(given.root, given.slug, given.files, wishes)
    for each in done if given.dry_run else ():
        for line in labelled.lines(each, coloured=printer.coloured_out):
            printer.say(line)
    for line in filed.lines(done):
        printer.say(line)
    where = build.shown(event, given.root)
    if begun and event.exists():
        printer.say(f"{where} is made: look at its title and its day")
    elif begun:
        printer.say(f"{where} would be made too")
    conflicts = [problem for each in done for problem in each.conflicts]
    printer.problems(conflicts)
    return 1 if conflicts else 0


def _sort(given: Namespace, printer: Printer) -> int:
    from tellings.cli import tree  # noqa: PLC0415 - slow
    from tellings.sorting import export, sorting, writing  # noqa: PLC0415 - slow

    config.load(given.root)
    folder = given.folder.absolute()
    shown = given.folder.as_posix()
    jobs = given.jobs or build.cores()
    printer.progress(f"reading {shown}/")
    found = sorting.sort(folder, given.root, window=given.window, jobs=jobs, shown_as=shown)
    done = None
    if given.write:
        with building.alone(given, printer, lock.FILING):
            done = writing.write(found, folder, given.root)
    if given.json:
        printer.say(export.as_json(found, done))
    else:
        for line in tree.lines(found, done):
            printer.say(line)
    problems = [problem for each in done or () for problem in each.problems]
    printer.problems(problems)
    return 1 if problems or not found.read else 0


def _init(given: Namespace, printer: Printer) -> int:
    from tellings import start  # noqa: PLC0415 - slow
    from tellings.cli import started  # noqa: PLC0415 - slow

    slug = start.FIRST if given.event is None else given.event
    folder = (given.root / given.folder).resolve()
    made = start.make(folder, slug, shown_as=given.folder.as_posix())
    for line in started.begun(made, given.folder, slug):
        printer.say(line)
    if start.inside_another(folder):
        printer.say(f"{start.WORKFLOW} works only at the top of its repository: move it there")
    return 0


def _new(given: Namespace, printer: Printer) -> int:
    from tellings import start  # noqa: PLC0415 - slow

    config.load(given.root)
    event = start.begin(given.root, given.slug)
    printer.say(f"{build.shown(event, given.root)} is made: give it a title and a day, then")
    printer.say(f"  tellings ingest {given.slug} FILE…")
    return 0


def _explain(given: Namespace, printer: Printer) -> int:
    from tellings.cli import explained  # noqa: PLC0415 - slow

    config.load(given.root)
    found, problems = explained.held(given.root, given.slug, given.words)
    printer.problems(problems)
    for line in explained.lines(found, given.slug):
        printer.say(line)
    return 0 if found else 1


def _verify(given: Namespace, printer: Printer) -> int:
    from tellings import verify  # noqa: PLC0415 - wanted by nobody else

    done = verify.verify(given.root / given.site, given.site.as_posix())
    printer.problems(done.problems)
    if not done.ok:
        printer.note(printing.tally(done.problems))
        return 1
    printer.say(
        f"{given.site.as_posix()}/: {count(done.files, 'file')} as built by tellings "
        f"{done.made_by}, from inputs {done.inputs[:16]}{printing.beside(done.problems)}"
    )
    return 0


def _completion(given: Namespace, printer: Printer) -> int:
    from tellings.cli import arguments, completion  # noqa: PLC0415 - wanted by nobody else

    printer.say(completion.script(given.shell, arguments.known()).rstrip("\n"))
    return 0


COMMANDS: Mapping[str, Callable[[Namespace, Printer], int]] = {
    "watch": building.watch,
    "serve": building.serve,
    "ingest": _ingest,
    "sort": _sort,
    "init": _init,
    "new": _new,
    "explain": _explain,
    "check": building.check,
    "verify": _verify,
    "record": building.record,
    "publish": building.publish,
    "clean": building.clean,
    "completion": _completion,
}
