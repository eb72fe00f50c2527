"""pandana on the question in the folder named first; answers in answer.json there."""

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandana
import pandas as pd

folder = Path(sys.argv[1])
settings = json.loads((folder / "settings.json").read_text())


def column(name, kind):
    return np.fromfile(folder / f"{name}.bin", dtype=kind)


lon, lat = column("lon", "<f8"), column("lat", "<f8")
households, facilities = column("households", "<i4"), column("facilities", "<i4")
limit_m = settings["minutes"] * 60 * settings["speedMS"]

begin = time.perf_counter()
network = pandana.Network(
    pd.Series(lon),
    pd.Series(lat),
    pd.Series(column("from", "<i4")),
    pd.Series(column("to", "<i4")),
    pd.DataFrame({"metres": column("length_cm", "<i4") / 100}),
    twoway=True,
)
prepared = time.perf_counter() - begin

def nearest_of_all():
    network.set_pois("care", limit_m + 1, 1, pd.Series(lon[facilities]), pd.Series(lat[facilities]))
    # Beyond the limit all get the limit itself, so it is asked a metre further.
    return network.nearest_pois(limit_m + 1, "care", num_pois=1)[1].to_numpy()[households]


# Everybody is asked twice, and the second time counts.
nearest_of_all()
begin = time.perf_counter()
metres = nearest_of_all()
asked = time.perf_counter() - begin
nearest_m = np.where(metres <= limit_m, metres, -1).astype("<f4")
nearest_m.tofile(folder / "pandana-nearest.bin")

# Reached crossings; pandana draws no polygon.
count = settings["isochroneCount"]
begin = time.perf_counter()
reached = network.nodes_in_range([int(f) for f in facilities[:count]], limit_m)
isochrones = time.perf_counter() - begin
sizes = reached.groupby(reached.columns[0], sort=False).size()
by_facility = [int(sizes.get(int(f), 0)) for f in facilities[:count]]

(folder / "answer.json").write_text(
    json.dumps(
        {
            "version": pandana.__version__,
            "prepareMs": prepared * 1000,
            "nearestMs": asked * 1000,
            "nearestCount": len(households),
            "isochronesMs": isochrones * 1000,
            "isochroneCount": count,
            "reached": by_facility,
        }
    )
)
