..//tmp/bats-run-2lNYbE/test/10/core/core/data/pack.o: core/data/pack.c \
 core/data/data.h include/nnreg.h core/os/os.h
core/data/data.h:
include/nnreg.h:
core/os/os.h:
