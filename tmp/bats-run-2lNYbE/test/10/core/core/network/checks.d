..//tmp/bats-run-2lNYbE/test/10/core/core/network/checks.o: \
 core/network/checks.c core/network/network.h include/nnreg.h \
 core/data/data.h core/os/os.h
core/network/network.h:
include/nnreg.h:
core/data/data.h:
core/os/os.h:
