..//tmp/bats-run-2lNYbE/test/10/core/core/network/names.o: \
 core/network/names.c include/nnreg.h
include/nnreg.h:
