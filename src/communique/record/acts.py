"""Acts by how they are told: which have one doer, which a single word denies, which are acts of speech."""

# Acts that one party does: two may condemn one thing on a day, but only one seizes it.
SINGLE_ACTS = frozenset(
    [
        "seize",
        "attack",
        "kill",
        "arrest",
        "release",
        "search",
        "destroy",
        "negotiate",
        "offer",
        "host",
        "recall",
        "win",
        "break",
        "build",
        "cross",
        "fight",
        "ram",
        "oppose",
    ]
)
# Acts that one word is enough to deny: "nobody was arrested".
HARD_ACTS = SINGLE_ACTS | frozenset(
    ["wound", "expel", "freeze", "pay", "rig", "bar", "spy", "evacuate", "sign", "send", "sell", "threaten"]
)
# Acts of speech: the same two promise, ask and blame many things a day, so that what is said must be alike.
SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "SUPPORT"})
# Acts that recur: told as news, they are of the days before the report.
RECURRENT = SPOKEN | {"CONSULT", "COOPERATE", "AID", "MOBILIZE"}
