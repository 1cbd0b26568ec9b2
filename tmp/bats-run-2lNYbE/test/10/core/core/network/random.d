..//tmp/bats-run-2lNYbE/test/10/core/core/network/random.o: \
 core/network/random.c core/network/network.h include/nnreg.h
core/network/network.h:
include/nnreg.h:
