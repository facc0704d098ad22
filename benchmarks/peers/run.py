#!/usr/bin/python3
"""Runs the same two problems in iceball and in whatever peers are installed, in turn.

    benchmarks/peers/run.py [--quick] [--repeats N] [--json FILE]

For each program: the error against the exact answer or the reference, and the time of the loop and
of the whole process. Peers from Debian: python3-numba python3-scipy python3-dolfinx-real octave.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

import reference
from common import HERE, P, T_L

SLOW = 15.0  # a run longer than this is not repeated [s]
LONGEST = 300.0  # a run longer than this is given up [s]
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable


def has(module):
    return subprocess.run([PYTHON, "-c", "import " + module], capture_output=True).returncode == 0


def script(name, *arguments):
    return [PYTHON, os.path.join(HERE, name), *arguments]


def iceball(problem, spacing, precision, out):
    return [os.path.join(HERE, "..", "java-run"), "peer", problem, os.path.join(HERE, "problem.json"),
            str(spacing), precision, out]


def parallel(command):
    root = ["--allow-run-as-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return ["mpirun", *root, "--oversubscribe", "-n", "2", *command]


def octave(name, *arguments):
    return ["octave-cli", "--no-history", "--quiet", "--norc", os.path.join(HERE, name), *arguments]


def programs(quick):
    """Name, problem, spacing [m], command for a result file."""
    fine = [] if quick else [0.0005]
    h = P["pennes"]["spacing"]
    found = []
    for p in ("fp64", "fp32"):
        for s in [0.0015, h, 0.00075]:
            found.append(("iceball " + p, "pennes", s, lambda o, p=p, s=s: iceball("pennes", s, p, o)))
        for s in [0.004, 0.003, 0.002, 0.001, *fine]:
            found.append(("iceball " + p, "freeze", s, lambda o, p=p, s=s: iceball("freeze", s, p, o)))
    missing = []
    if has("numba"):
        found.append(("numba", "pennes", h, lambda o: script("pennes_numba.py", o)))
        for s in [0.002, 0.001, *fine]:
            found.append(("numba", "freeze", s, lambda o, s=s: script("freeze_numba.py", o, str(s))))
    else:
        missing.append("numba (python3-numba)")
    if has("scipy"):
        found.append(("scipy", "pennes", h, lambda o: script("pennes_scipy.py", o)))
        for s in [0.002] if quick else [0.002, 0.001, 0.0005]:
            found.append(("scipy", "freeze", s, lambda o, s=s: script("freeze_scipy.py", o, str(s), "5")))
    else:
        missing.append("scipy (python3-scipy)")
    if has("dolfinx") and shutil.which("mpirun"):
        if not quick:
            found.append(("FEniCSx", "pennes", h, lambda o: parallel(script("pennes_fenicsx.py", o))))
        for s in [0.002] if quick else [0.002, 0.001, 0.0005]:
            found.append(("FEniCSx", "freeze", s,
                          lambda o, s=s: parallel(script("freeze_fenicsx.py", o, str(s), "5"))))
    else:
        missing.append("FEniCSx (python3-dolfinx-real)")
    if shutil.which("octave-cli"):
        found.append(("Octave", "pennes", h, lambda o: octave("pennes_octave.m", o)))
        for s in [0.002] if quick else [0.002, 0.001, 0.0005]:
            found.append(("Octave", "freeze", s, lambda o, s=s: octave("freeze_octave.m", o, str(s))))
    else:
        missing.append("Octave (octave)")
    return found, missing


def prepare_java(folder):
    """What iceball's launcher does at first use: ask for the modules once, keep the classes."""
    listed = subprocess.run(["java", "--list-modules"], capture_output=True, text=True).stdout
    vector = "--add-modules=jdk.incubator.vector" if "jdk.incubator.vector" in listed else ""
    os.environ["BENCHMARKS_MODULES"] = vector
    archive = os.path.join(folder, "classes.jsa")
    os.environ["ICEBALL_JAVA_OPTS"] = "-Xlog:disable -XX:ArchiveClassesAtExit=" + archive
    subprocess.run(iceball("freeze", 0.004, "fp64", os.path.join(folder, "trial.txt")),
                   capture_output=True)
    os.environ["ICEBALL_JAVA_OPTS"] = "-Xlog:disable -XX:SharedArchiveFile=" + archive


def once(command, out):
    environment = dict(os.environ, OMP_NUM_THREADS="2", NUMBA_NUM_THREADS="2")
    if command[0] == "mpirun":
        environment["OMP_NUM_THREADS"] = "1"
    began = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=HERE,
                              timeout=LONGEST)
    except subprocess.TimeoutExpired:
        raise RuntimeError("not done after %.0f s" % LONGEST) from None
    taken = time.perf_counter() - began
    loops = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("loop ")]
    if done.returncode or not loops:
        raise RuntimeError(done.stderr[-1000:] or "no result")
    return taken, float(loops[-1])


def error(problem, out, radius):
    r, t = np.loadtxt(out).T
    if problem == "pennes":
        return float(np.max(np.abs(t - reference.pennes(r))))
    i = int(np.flatnonzero(t > T_L)[0])
    return float(r[i - 1] + (r[i] - r[i - 1]) * (T_L - t[i - 1]) / (t[i] - t[i - 1]) - radius)


def spread(values):
    return "%.3f (%.3f to %.3f)" % (statistics.median(values), min(values), max(values))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="coarse grids, once, no FEniCSx decay")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--json", help="write the figures there")
    options = parser.parse_args()
    radius, apart = reference.freeze_radius()
    print("radial reference: liquidus at %.4f mm, two grids lie %.4f mm apart"
          % (radius * 1e3, apart * 1e3))
    print("load average %.2f, %.2f, %.2f" % os.getloadavg())
    runs, missing = programs(options.quick)
    for name in missing:
        print("not here: " + name)
    rows = [{"program": n, "problem": p, "spacing_m": s, "process_s": [], "loop_s": []}
            for n, p, s, _ in runs]
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "line.txt")
        prepare_java(folder)
        for repeat in range(1 if options.quick else options.repeats):
            for row, (name, problem, spacing, command) in zip(rows, runs):
                if row.get("failed") or repeat and max(row["process_s"]) > SLOW:
                    continue
                try:
                    process, loop = once(command(out), out)
                except RuntimeError as e:
                    row["failed"] = str(e)
                    print("%s failed on %s: %s" % (name, problem, e))
                    continue
                row["process_s"].append(process)
                row["loop_s"].append(loop)
                row["error"] = error(problem, out, radius)
                print("  %s %s %.3g mm: %.2f s" % (name, problem, spacing * 1e3, process),
                      file=sys.stderr, flush=True)
    rows = [r for r in rows if r["process_s"]]
    table(rows, "pennes", "K", 1, "Gaussian decay, largest error on a line")
    table(rows, "freeze", "mm", 1e3, "Freezing, error of the liquidus' radius")
    equal(rows)
    print("load average %.2f, %.2f, %.2f" % os.getloadavg())
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"radius_m": radius, "radius_error_m": apart, "load": os.getloadavg(),
                       "missing": missing, "runs": rows}, f, indent=2)


def table(rows, problem, unit, scale, title):
    print("\n%s\n%-13s %8s %14s %28s %28s" % (title, "", "spacing", "error", "loop [s]", "process [s]"))
    for r in rows:
        if r["problem"] == problem:
            print("%-13s %5.4g mm %+11.4f %2s %28s %28s" % (
                r["program"], r["spacing_m"] * 1e3, r["error"] * scale, unit, spread(r["loop_s"]),
                spread(r["process_s"])))


def equal(rows):
    """For each peer's most accurate run, iceball's cheapest run that is at least as accurate."""
    print("\nTime to equal error, over iceball's cheapest run that is at least as accurate")
    for problem in ("pennes", "freeze"):
        ours = [r for r in rows if r["problem"] == problem and r["program"].startswith("iceball")]
        for name in dict.fromkeys(r["program"] for r in rows):
            theirs = [r for r in rows if r["problem"] == problem and r["program"] == name]
            if name.startswith("iceball") or not theirs:
                continue
            best = min(theirs, key=lambda r: abs(r["error"]))
            good = [r for r in ours if abs(r["error"]) <= 1.02 * abs(best["error"])]
            if not good:
                print("%-8s %-8s no run of iceball here is as accurate" % (problem, name))
                continue
            our = min(good, key=lambda r: statistics.median(r["process_s"]))
            print("%-8s %-8s %.4g mm against %s %.4g mm: process %.1f times, loop %.1f times" % (
                problem, name, best["spacing_m"] * 1e3, our["program"], our["spacing_m"] * 1e3,
                statistics.median(best["process_s"]) / statistics.median(our["process_s"]),
                statistics.median(best["loop_s"]) / statistics.median(our["loop_s"])))


main()
