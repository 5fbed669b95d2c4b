"""Print rows of the registry drawn at random, to be judged against sources: tenures, memberships, standings, names.

usage: sample_registry.py SEED [ROWS]   (default 200)

The same seed draws the same rows from the same tables. Verdicts stand in benchmarks/registry_judged.tsv.
"""

import random
import sys

from communique.data.registry import ACTORS

# Shares of the sample: what is most often wrong is drawn most often.
SHARES = {"tenures": 0.7, "memberships": 0.15, "names": 0.1, "actors": 0.05}


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    draw, wanted = random.Random(int(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 200
    for table, share in SHARES.items():
        lines = (ACTORS / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        for line in draw.sample(lines[1:], round(share * wanted)):
            print(f"{table}\t{line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
