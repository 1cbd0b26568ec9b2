..//tmp/bats-run-2lNYbE/test/10/core/core/train_many.o: core/train_many.c \
 core/engine/precisions.h include/nnreg.h core/network/network.h \
 core/os/os.h
core/engine/precisions.h:
include/nnreg.h:
core/network/network.h:
core/os/os.h:
