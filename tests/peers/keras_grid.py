"""The lesson's grid: scikit-learn's GridSearchCV over Keras. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import sklearn
from keras.wrappers import SKLearnClassifier
from sklearn.model_selection import GridSearchCV, StratifiedKFold

import common
from keras_fit import backend_version, hold_to


def build(X, y, units, rate, penalty, lambda_):
    kind = {"l1": keras.regularizers.L1, "l2": keras.regularizers.L2}[penalty]
    model = keras.Sequential([
        keras.Input((X.shape[1],)),
        keras.layers.Dense(units, activation="relu", kernel_regularizer=kind(lambda_)),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(keras.optimizers.Adam(rate), "categorical_crossentropy", metrics=["accuracy"])
    return model


def main():
    spec = common.read_spec()
    data = common.read_data(spec)
    hold_to(spec.threads)
    keras.utils.set_random_seed(spec.seed)
    candidates = [{"units": spec.layers[0], "rate": spec.rate, "penalty": p, "lambda_": v}
                  for v in spec.lambdas for p in spec.penalties]
    model = SKLearnClassifier(build, model_kwargs=candidates[0])
    folds = StratifiedKFold(spec.folds, shuffle=True, random_state=spec.seed)
    search = GridSearchCV(model, {"model_kwargs": candidates}, cv=folds, error_score="raise")
    meter = common.Meter()
    # Not the wrapper's fit_kwargs: its clones forget them (Keras 3.15).
    search.fit(data.x, data.y, epochs=spec.epochs, batch_size=spec.batch, verbose=0)
    result = meter.stop()
    net = search.best_estimator_.model_
    outputs = net.predict(data.xtest, verbose=0)
    common.add_quality(result, data, outputs, net.layers[0].get_weights()[0])
    common.report(result, f"scikit-learn {sklearn.__version__} over Keras {keras.__version__}, "
                  + backend_version())


if __name__ == "__main__":
    main()
