..//tmp/bats-run-2lNYbE/test/10/core/core/data/real/load_d.o: \
 core/data/real/load.c core/data/data.h include/nnreg.h core/data/real.h
core/data/data.h:
include/nnreg.h:
core/data/real.h:
