..//tmp/bats-run-2lNYbE/test/10/core/core/os/team.o: core/os/team.c \
 core/os/os.h include/nnreg.h
core/os/os.h:
include/nnreg.h:
