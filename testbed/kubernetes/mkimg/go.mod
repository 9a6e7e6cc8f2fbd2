module mkimg

go 1.21
