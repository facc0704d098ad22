"""Opens a run in ParaView and takes a picture: pvpython look_in_paraview.py RUN_FOLDER PICTURE.png

What a person would click: open snapshots/field.hdf.series, Contour at 0, -20 and -40 degC. Debian:
paraview, and without a screen xvfb (xvfb-run pvpython ...).
"""

import pathlib
import sys

from paraview.simple import *

run, picture = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]

reader = OpenDataFile(str(run / "snapshots" / "field.hdf.series"))
reader.UpdatePipeline()
times = reader.TimestepValues
view = CreateRenderView()
view.ViewSize = [900, 700]
view.CameraPosition = [1, 0.3, 0.2]
view.CameraViewUp = [0, 0, 1]
GetAnimationScene().AnimationTime = times[-1]
print(f"ParaView {GetParaViewVersion()}: {type(reader).__name__}, {len(times)} times, {times[0]:.0f} to {times[-1]:.0f} s")
for celsius, colour, opacity in ((0, (0.62, 0.79, 0.88), 0.35), (-20, (0.9, 0.5, 0.2), 0.5), (-40, (0.33, 0.15, 0.56), 1)):
    surface = Contour(Input=reader, ContourBy=["POINTS", "temperature_degC"], Isosurfaces=[celsius])
    surface.UpdatePipeline(times[-1])
    low_x, high_x, low_y, high_y, low_z, high_z = surface.GetDataInformation().GetBounds()
    print(f"  {celsius} degC: {high_x - low_x:.1f} x {high_y - low_y:.1f} x {high_z - low_z:.1f} mm along R, A and H")
    shown = Show(surface, view)
    ColorBy(shown, None)
    shown.DiffuseColor, shown.Opacity = list(colour), opacity
frame = Show(reader, view)
frame.Representation = "Outline"
ResetCamera(view)
Render(view)
SaveScreenshot(picture, view)
