..//tmp/bats-run-2lNYbE/test/10/core/core/os/cpu.o: core/os/cpu.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
