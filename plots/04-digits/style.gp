# style.gp: what the figures of chapter 4 share.

# Pictures of 8 × 8 pixels, on faint paper. A file of them has a line for each
# pixel: picture, column, row, and how dark. They are drawn by level, as strokes
# as thick as they are long, whose ends are straight (ends = "butt"). left(p)
# and top(p) say where picture p begins, and u how large a pixel is; between two
# is a hairline, which no screen can then make uneven.
pixel = 0.92
paper(p) = sprintf("set object rectangle from %g,%g to %g,%g fillcolor rgb ink fillstyle transparent solid 0.045 noborder;", \
    left(p) - 1, top(p) - 8 * u - 1, left(p) + 8 * u + 1, top(p) + 1)
# A colour that is seen through, the less so the greater the part of 1.
seen_through(part, colour) = sprintf("#%02x%s", 255 - int(255 * part + 0.5), colour[2:])

# Number of a column in a row of a file that a comment begins.
told(file, row, column) = to_number(system(sprintf( \
    "awk 'NR == %d + 2 { print $%d }' '%s/%s'", row, column, data, file)))
