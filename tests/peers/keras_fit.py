"""A fit in Keras; KERAS_BACKEND is tensorflow or jax. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras

import common


def backend_version():
    if keras.backend.backend() == "tensorflow":
        import tensorflow
        return "TensorFlow " + tensorflow.__version__
    import jax
    return "JAX " + jax.__version__


def hold_to(threads):
    """JAX has no such switch; the processors that run.py allows limit its threads."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow
        tensorflow.config.threading.set_intra_op_parallelism_threads(threads)


def build(spec, data):
    kinds = {"l1": keras.regularizers.L1, "l2": keras.regularizers.L2}
    penalised = common.penalised_layers(spec, data)
    layers = [keras.Input((data.inputs,))]
    for k, units in enumerate(data.sizes[1:]):
        last = k == len(data.sizes) - 2
        activation = ("softmax" if data.classes else None) if last else "relu"
        penalty = kinds[spec.penalty](spec.lambda_) if k in penalised else None
        layers.append(keras.layers.Dense(units, activation=activation, kernel_regularizer=penalty))
    model = keras.Sequential(layers)
    loss = "sparse_categorical_crossentropy" if data.classes else "mse"
    model.compile(keras.optimizers.Adam(spec.rate), loss,
                  metrics=["accuracy"] if data.classes else None)
    return model


def main():
    spec = common.read_spec()
    data = common.read_data(spec)
    hold_to(spec.threads)
    keras.utils.set_random_seed(spec.seed)
    meter = common.Meter()
    model = build(spec, data)
    ends = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: meter.mark())
    model.fit(data.x, data.y, epochs=spec.epochs, batch_size=spec.batch, verbose=0,
              validation_data=(data.xtest, data.ytest) if spec.validation else None,
              callbacks=[ends])
    result = meter.stop()
    outputs = model.predict(data.xtest, verbose=0)
    common.add_quality(result, data, outputs, model.layers[0].get_weights()[0])
    common.report(result, f"Keras {keras.__version__}, {backend_version()}")


if __name__ == "__main__":
    main()
