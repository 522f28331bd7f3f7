"""Files that are the same, or nearly so."""

from hashlib import blake2b

from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.screening.likeness import BANDS, copies, fingerprint, near_copies

FEW_BITS = st.lists(st.integers(0, 63), max_size=5).map(lambda bits: sum(1 << b for b in {*bits}))
PRINTS = st.lists(
    st.builds(lambda base, bits: base ^ bits, st.sampled_from([0, 2**63 + 5]), FEW_BITS)
)


def test_copies_are_of_the_first():
    """Each later file with a digest points to the first that has it."""
    assert copies([(0, 7), (1, 9), (2, 7), (4, 7), (5, 8)]) == {2: 0, 4: 0}


@given(PRINTS, st.sets(st.integers(0, 5)))
@settings(max_examples=200)
def test_near_copies_are_those_that_differ_in_few_bits(prints, but):
    """Compared with every earlier one, the earliest near one counts, or the one it copies."""
    found = {}
    for number, value in enumerate(prints):
        near = [
            earlier
            for earlier in range(number)
            if value and prints[earlier] and not {number, earlier} & but
            and (prints[earlier] ^ value).bit_count() < BANDS
        ]  # fmt: skip
        if near:
            found[number] = found.get(near[0], near[0])
    assert near_copies(prints, but) == found


def test_a_print_is_the_majority_of_bits_of_all_runs_of_three_words():
    """Bit by bit as Charikar defines it; too short a text has none."""
    words = [f"w{number}" for number in range(30)]
    runs = [" ".join(words[i : i + 3]).encode() for i in range(28)]
    values = [int.from_bytes(blake2b(run, digest_size=8).digest()) for run in runs]
    majority = sum(1 << bit for bit in range(64) if sum(v >> bit & 1 for v in values) > 14)
    assert fingerprint(" ".join(words)) == majority
    assert fingerprint(" ".join(words[:19])) is None
