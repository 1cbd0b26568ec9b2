..//tmp/bats-run-2lNYbE/test/10/core/core/os/library.o: core/os/library.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
