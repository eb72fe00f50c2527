"""Valhalla (pyvalhalla) on the question in the folder named first; answers in answer.json there."""

import json
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np
import valhalla

folder = Path(sys.argv[1])
settings = json.loads((folder / "settings.json").read_text())


def column(name, kind):
    return np.fromfile(folder / f"{name}.bin", dtype=kind)


lon, lat = column("lon", "<f8"), column("lat", "<f8")
households, facilities = column("households", "<i4"), column("facilities", "<i4")
limit_s = settings["minutes"] * 60
# On level residential streets at the same speed, nothing preferred and nothing avoided.
walker = {
    "walking_speed": settings["speedMS"] * 3.6,
    "walkway_factor": 1,
    "sidewalk_factor": 1,
    "alley_factor": 1,
    "driveway_factor": 1,
    "service_penalty": 0,
    "use_hills": 0.5,
}
asked_of = {"costing": "pedestrian", "costing_options": {"pedestrian": walker}}

begin = time.perf_counter()
(folder / "tiles").mkdir()
config = valhalla.get_config(tile_extract="", tile_dir=str(folder / "tiles"))
config["mjolnir"]["concurrency"] = 2
for limits in config["service_limits"].values():
    if isinstance(limits, dict) and "max_matrix_location_pairs" in limits:
        limits["max_matrix_location_pairs"] = 1_000_000
config["service_limits"]["isochrone"]["max_locations"] = 1
(folder / "valhalla.json").write_text(json.dumps(config))
subprocess.run(
    [Path(valhalla.__file__).parent / "bin/valhalla_build_tiles", "-c", folder / "valhalla.json"]
    + [folder / "streets.osm.pbf"],
    check=True,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
actor = valhalla.Actor(str(folder / "valhalla.json"))
prepared = time.perf_counter() - begin


def place(vertex):
    return {"lon": float(lon[vertex]), "lat": float(lat[vertex]), "radius": 0}


# A matrix has no nearest: each household of a sample is asked about the facilities that may be
# within the limit by the straight line.
sample = households[:300]
metres_per_degree = 111_320.0


def nearest_of(household):
    aside = (lon[facilities] - lon[household]) * np.cos(np.radians(lat[household]))
    away = np.hypot(aside, lat[facilities] - lat[household]) * metres_per_degree
    near = facilities[away <= settings["speedMS"] * limit_s * 1.01]
    if len(near) == 0:
        return -1
    answer = actor.matrix(
        {"sources": [place(household)], "targets": [place(f) for f in near], **asked_of}
    )
    times = [to["time"] for to in answer["sources_to_targets"][0] if to["time"] is not None]
    return min(times) if times and min(times) <= limit_s else -1


def polygon_of(facility):
    contours = [{"time": settings["minutes"]}]
    answer = actor.isochrone(
        {"locations": [place(facility)], "contours": contours, "polygons": True, **asked_of}
    )
    return answer["features"][0]["geometry"]["coordinates"]


def timed(run):
    begin = time.perf_counter()
    answer = run()
    return answer, time.perf_counter() - begin


count = settings["isochroneCount"]
# Everybody is asked twice, and the second time counts.
for _ in range(2):
    nearest_s, asked = timed(lambda: [nearest_of(household) for household in sample])
    polygons, isochrones = timed(lambda: [polygon_of(facility) for facility in facilities[:count]])
np.array(nearest_s, "<f4").tofile(folder / "valhalla-nearest.bin")

(folder / "answer.json").write_text(
    json.dumps(
        {
            "version": version("pyvalhalla"),
            "prepareMs": prepared * 1000,
            "nearestMs": asked * 1000,
            "nearestCount": len(sample),
            "isochronesMs": isochrones * 1000,
            "isochroneCount": count,
            "polygons": polygons,
        }
    )
)
