..//tmp/bats-run-2lNYbE/test/10/core/core/os/memory.o: core/os/memory.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
