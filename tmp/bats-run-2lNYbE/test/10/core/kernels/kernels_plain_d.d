..//tmp/bats-run-2lNYbE/test/10/core/kernels/kernels_plain_d.o: \
 kernels/kernels.c kernels/kernels.h core/data/real.h include/nnreg.h \
 kernels/activations.h kernels/adam.h kernels/vector.h kernels/sparse.h \
 core/network/network.h
kernels/kernels.h:
core/data/real.h:
include/nnreg.h:
kernels/activations.h:
kernels/adam.h:
kernels/vector.h:
kernels/sparse.h:
core/network/network.h:
