..//tmp/bats-run-2lNYbE/test/10/core/core/engine/update_d.o: \
 core/engine/update.c core/engine/work.h core/engine/engine.h \
 core/data/data.h include/nnreg.h kernels/kernels.h core/data/real.h \
 core/engine/names.h core/network/network.h core/os/os.h \
 core/engine/precisions.h
core/engine/work.h:
core/engine/engine.h:
core/data/data.h:
include/nnreg.h:
kernels/kernels.h:
core/data/real.h:
core/engine/names.h:
core/network/network.h:
core/os/os.h:
core/engine/precisions.h:
