"""The lesson in Keras: MNIST, 784-512-10, an L1 or L2 penalty on the hidden layer.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Prints for each penalty the test accuracy, the share of exactly zero weights in the
hidden layer and the seconds that five epochs took. Needs tensorflow-cpu from PyPI:

    python3 tests/peers/keras_lesson.py DIR     # the folder with MNIST's files
"""
import gzip
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np


def read_idx(path):
    """An IDX file of bytes, gzipped, as an array."""
    with gzip.open(path, "rb") as file:
        data = file.read()
    dims = [int.from_bytes(data[4 + 4 * k:8 + 4 * k], "big") for k in range(data[3])]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * len(dims)).reshape(dims)


def load(folder, part):
    images = read_idx(os.path.join(folder, f"{part}-images-idx3-ubyte.gz"))
    labels = read_idx(os.path.join(folder, f"{part}-labels-idx1-ubyte.gz"))
    return images.reshape(len(images), 784).astype("float32") / 255, labels


def train(penalty, train_set, test_set, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input((784,)),
        keras.layers.Dense(512, activation="relu", kernel_regularizer=penalty),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    began = time.time()
    model.fit(*train_set, epochs=5, batch_size=128, validation_data=test_set, verbose=0)
    seconds = time.time() - began
    accuracy = model.evaluate(*test_set, verbose=0)[1]
    weights = model.layers[0].get_weights()[0]
    return accuracy, np.mean(weights == 0), seconds


def main():
    train_set, test_set = load(sys.argv[1], "train"), load(sys.argv[1], "t10k")
    penalties = {"none": None, "l1 1e-3": keras.regularizers.L1(1e-3),
                 "l2 1e-3": keras.regularizers.L2(1e-3)}
    print("penalty   seed  accuracy  zeros  seconds")
    for name, penalty in penalties.items():
        for seed in range(2):
            accuracy, zeros, seconds = train(penalty, train_set, test_set, seed)
            print(f"{name:8} {seed:5d} {accuracy:9.4f} {zeros:6.1%} {seconds:8.1f}", flush=True)


if __name__ == "__main__":
    main()
