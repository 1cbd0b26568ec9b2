..//tmp/bats-run-2lNYbE/test/10/core/core/data/source.o: \
 core/data/source.c core/data/data.h include/nnreg.h core/os/os.h
core/data/data.h:
include/nnreg.h:
core/os/os.h:
