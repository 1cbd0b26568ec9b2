..//tmp/bats-run-2lNYbE/test/10/core/core/network/network.o: \
 core/network/network.c core/network/network.h include/nnreg.h \
 core/os/os.h
core/network/network.h:
include/nnreg.h:
core/os/os.h:
