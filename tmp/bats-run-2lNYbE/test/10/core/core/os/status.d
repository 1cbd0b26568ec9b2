..//tmp/bats-run-2lNYbE/test/10/core/core/os/status.o: core/os/status.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
