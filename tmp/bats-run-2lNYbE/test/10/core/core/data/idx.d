..//tmp/bats-run-2lNYbE/test/10/core/core/data/idx.o: core/data/idx.c \
 core/data/data.h include/nnreg.h core/os/os.h
core/data/data.h:
include/nnreg.h:
core/os/os.h:
