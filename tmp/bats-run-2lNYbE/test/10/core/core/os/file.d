..//tmp/bats-run-2lNYbE/test/10/core/core/os/file.o: core/os/file.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
