..//tmp/bats-run-2lNYbE/test/10/core/core/os/blas.o: core/os/blas.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
