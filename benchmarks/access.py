"""Access decisions: how many a second, and what they add to a page. One run, a made-up place.

    python benchmarks/access.py [--people 5000] [--products 1000] [--agreements 2000]

A project folder is written with that many contracts and agreement files, and an internal release.
Decisions are counted per second of processor time: allowed by an agreement, refused with its
clause, allowed to own staff; and, as the measure they are held to, a plain `if` in Python that
knows the same facts. What a decision adds to a page is the time from a request whose person is
known to the site as they see it, with its record in the audit log, over every person in turn.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml

from hereabouts.doors.web.app_paths import Destination, find_destination
from hereabouts.doors.web.people import PERSON
from hereabouts.doors.web.private.pages import PrivatePages
from hereabouts.doors.web.private.seen import SEEN
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Action, Asked
from hereabouts.model.person import Person, Role
from hereabouts.project import write_new
from tests.unit.doors.small_release import build_small_release

ORGANISATIONS, DOMAINS, ASKED, MEASURED = 20, 20, 2_000, 1_000
PURPOSE, GOAL_MS = "winter_planning", 2.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("people", 5_000), ("products", 1_000), ("agreements", 2_000)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "place"
        write_place(root, products=said.products, agreements=said.agreements)
        began = time.perf_counter()
        access = Access(root)
        print(f"folder read in {time.perf_counter() - began:.1f} s")
        people = [person(number) for number in range(said.people)]
        decisions(access, people, said.products)
        page_time(root, access, people)


def write_place(root: Path, *, products: int, agreements: int) -> None:
    """Contracts like the starter's, in twenty domains of twenty organisations."""
    write_new(root, starter="blank")
    text = (root / "products/library/membership/contract.odcs.yaml").read_text("utf-8")
    listed = [f"d{number % DOMAINS}/p{number}" for number in range(products)]
    released = build_small_release(root, audience="internal")
    said = yaml.safe_load((released / "release.json").read_text("utf-8"))
    listed += [one["id"].replace(".", "/") for one in said["products"]]
    for name in listed:
        folder = root / "products" / name
        folder.mkdir(parents=True, exist_ok=True)
        domain, _, short = name.partition("/")
        own = text.replace("domain: library", f"domain: {domain}")
        own = own.replace("id: library-membership", f"id: {short}")
        (folder / "contract.odcs.yaml").write_text(own, encoding="utf-8")
    write(root / "purposes.yml", {PURPOSE: "To have enough beds.", "marketing": "To sell."})
    own_domains = {name.partition("/")[0] for name in listed}
    write(root / "organisations.yml", organisations(own_domains))
    for number in range(agreements):
        write(root / f"agreements/a{number}.yml", agreement(number, products))


def organisations(domains: set[str]) -> dict[str, object]:
    """Twenty, each the controller of one domain; the first of the release's own too."""
    others = sorted(one for one in domains if not one.removeprefix("d").isdigit())
    return {
        f"o{number}": {
            "title": f"Organisation {number}",
            "kind": "council",
            "domains": [f"d{number}", *(others if number == 0 else ())],
        }
        for number in range(ORGANISATIONS)
    }


def agreement(number: int, products: int) -> dict[str, object]:
    """Of one product of one organisation with another."""
    product = number % products
    provider = product % DOMAINS
    recipient = (provider + 1 + number // products) % ORGANISATIONS
    return {
        "title": f"Agreement {number}",
        "providers": [f"o{provider}"],
        "recipients": [f"o{recipient}"],
        "purposes": [PURPOSE],
        "objective": "To plan.",
        "lawful_basis": "6(1)(e)",
        "products": [{"product": f"d{provider}.p{product}"}],
        "starts_on": "2026-01-01",
        "ends_on": "2098-12-31",
        "review_on": "2027-01-01",
        "retention": "1 y",
        "approved_by": "Somebody",
        "approved_on": "2025-12-01",
    }


def write(path: Path, said: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(said, sort_keys=False), encoding="utf-8")


def person(number: int) -> Person:
    return Person(
        id=f"person-{number}",
        organisation=f"o{number % ORGANISATIONS}",
        roles={"*": frozenset({Role.ANALYST})},
        training_valid_to=date(2099, 1, 1),
    )


def decisions(access: Access, people: list[Person], products: int) -> None:
    """Decisions a second of processor time, of three kinds and of a plain `if`."""
    draw = random.Random(7)  # noqa: S311  drawn, not guessed

    def asked(shift: int, purpose: str) -> Asked:
        product = draw.randrange(products)
        organisation = (product % DOMAINS + shift) % ORGANISATIONS
        who = organisation + ORGANISATIONS * draw.randrange(len(people) // ORGANISATIONS)
        return Asked(
            person=people[who],
            action=Action.READ,
            product=f"d{product % DOMAINS}.p{product}",
            now=datetime.now(UTC),
            purpose=purpose,
        )

    kinds = {
        "allowed by an agreement": [asked(1, PURPOSE) for _ in range(ASKED)],
        "refused, with the clause": [asked(1, "marketing") for _ in range(ASKED)],
        "allowed to own staff": [asked(0, "") for _ in range(ASKED)],
    }
    for name, questions in kinds.items():
        allowed = sum(access.decide(one).allowed for one in questions)
        print(f"{name}: {per_second(access.decide, questions):,.0f} a second ({allowed} allowed)")
    first = kinds["allowed by an agreement"]
    print(f"the same by a plain if: {per_second(plain_if(access), first):,.0f} a second")


def plain_if(access: Access) -> Callable[[Asked], bool]:
    """What the agreement policy says, written by hand: no schema, no reasons, no review."""
    facts = access.standing().facts

    def allowed(asked: Asked) -> bool:
        who = asked.person
        if who is None:
            return False
        today = asked.now.date()
        return any(
            asked.purpose in one.purposes and one.starts_on <= today <= one.ends_on
            for one in facts.by_recipient.get((who.organisation, asked.product), ())
        )

    return allowed


def per_second(decide: Callable[[Asked], object], questions: list[Asked]) -> float:
    """The best of three runs, by processor time."""
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        for one in questions:
            decide(one)
        best = max(best, len(questions) / (time.process_time() - began))
    return best


def page_time(root: Path, access: Access, people: list[Person]) -> None:
    """What is added to a page: each person's first, and their later ones."""
    private = PrivatePages(open_site(SiteSettings(root=root)), access)
    where = find_destination("/")
    own = [replace(one, organisation="o0") for one in people[:MEASURED]]
    first = [added(private, one, where) for one in own]
    later = [added(private, one, where) for _ in range(5) for one in own]
    for name, times in (("first page of a person", first), ("later pages", later)):
        ordered = sorted(times)
        p50, p99 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.99))
        said = f"{name}: p50 {p50:.2f} ms, p99 {p99:.2f} ms, most {ordered[-1]:.1f} ms"
        print(f"{said} (goal: p99 under {GOAL_MS:.0f} ms)")


def added(private: PrivatePages, who: Person, where: Destination) -> float:
    """Milliseconds until the site as they see it is known, and is in the audit log."""
    scope = {PERSON: who, "headers": [(b"cookie", f"hereabouts_purpose={PURPOSE}".encode())]}
    began = time.perf_counter()
    seen = private.find(scope, where)
    took = 1000 * (time.perf_counter() - began)
    if seen is None:
        raise SystemExit(f"{SEEN}: own staff see nothing")
    return took


if __name__ == "__main__":
    main()
