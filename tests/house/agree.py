"""The largest difference between the 13 parameters that a Python program of the book ends with and those that the C program saved,
in units of the larger of 1 and the number.

usage: agree.py PROGRAM.py SAVED
"""
import contextlib
import io
import runpy
import sys

program, saved = sys.argv[1:]

# A line of the file is a name with its shape, a row of numbers or a comment.
wanted = []
with open(saved) as file:
    for line in file:
        words = line.split("#")[0].split()
        if words and not words[0][0].isalpha():
            wanted += map(float, words)

with contextlib.redirect_stdout(io.StringIO()):
    names = runpy.run_path(program)
if "net" in names:  # PyTorch's Linear keeps a weight as output by input
    matrices = [p.detach().numpy().T for p in names["net"].parameters()]
else:
    matrices = [names[name] for name in ("W1", "b1", "W2", "b2")]
found = [number for matrix in matrices for number in matrix.ravel().tolist()]

if len(found) != len(wanted):
    sys.exit(f"{program} has {len(found)} parameters, {saved} {len(wanted)}")
print(max(abs(f - w) / max(1, abs(w)) for f, w in zip(found, wanted)))
