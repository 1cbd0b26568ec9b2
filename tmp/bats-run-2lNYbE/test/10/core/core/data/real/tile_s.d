..//tmp/bats-run-2lNYbE/test/10/core/core/data/real/tile_s.o: \
 core/data/real/tile.c core/data/data.h include/nnreg.h core/data/real.h \
 core/os/os.h
core/data/data.h:
include/nnreg.h:
core/data/real.h:
core/os/os.h:
