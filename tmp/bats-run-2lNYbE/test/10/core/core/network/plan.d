..//tmp/bats-run-2lNYbE/test/10/core/core/network/plan.o: \
 core/network/plan.c core/network/network.h include/nnreg.h
core/network/network.h:
include/nnreg.h:
