"""Opens what a run wrote with the readers others use: python3 look.py RUN_FOLDER LABELS.nii.gz

VTK's own reader for ParaView's file, nibabel for the zones over the labels. Needs nibabel and VTK 9
(Debian: python3-nibabel python3-vtk9).
"""

import json
import pathlib
import sys

import nibabel
import numpy as np
import vtk

run, image = pathlib.Path(sys.argv[1]), sys.argv[2]

series = json.loads((run / "snapshots" / "field.hdf.series").read_text())["files"]
last = run / "snapshots" / series[-1]["name"]
reader = vtk.vtkHDFReader()
reader.SetFileName(str(last))
reader.Update()
data = reader.GetOutput()
contour = vtk.vtkContourFilter()
contour.SetInputConnection(reader.GetOutputPort())
contour.SetInputArrayToProcess(0, 0, 0, vtk.vtkDataObject.FIELD_ASSOCIATION_POINTS, "temperature_degC")
contour.SetValue(0, 0)
contour.Update()
mass = vtk.vtkMassProperties()
mass.SetInputConnection(contour.GetOutputPort())
low, high = data.GetPointData().GetArray("temperature_degC").GetRange()
print(f"VTK {vtk.vtkVersion.GetVTKVersion()}: {last.name}, {data.GetDimensions()} points, {low:.1f} to {high:.1f} degC,")
print(f"  frozen at {series[-1]['time']:.0f} s by its own contour: {mass.GetVolume() / 1e3:.1f} ml")

labels, zones = nibabel.load(image), nibabel.load(run / "zones.nii.gz")
assert labels.shape == zones.shape and np.allclose(labels.affine, zones.affine), "not the same frame"
voxel = abs(np.linalg.det(zones.affine[:3, :3])) / 1e3
target, zone = np.asarray(labels.dataobj) == 4, np.asarray(zones.dataobj)
print(f"nibabel {nibabel.__version__}: zones in the frame of {image}")
for value in np.unique(zone[zone > 0]):
    inside = zone >= value
    print(f"  zone {value} and colder: {inside.sum() * voxel:.1f} ml, {100 * inside[target].mean():.1f} % of the tumour")
