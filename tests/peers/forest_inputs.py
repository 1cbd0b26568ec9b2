"""The inputs that matter most in a forest of scikit-learn. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import numpy as np
import sklearn
from sklearn.ensemble import ExtraTreesClassifier, ExtraTreesRegressor

import common


def main():
    spec = common.read_spec()
    data = common.read_data(spec)
    kind = ExtraTreesClassifier if data.classes else ExtraTreesRegressor
    model = kind(n_estimators=500, random_state=spec.seed, n_jobs=spec.threads)
    meter = common.Meter()
    model.fit(data.x, data.y)
    order = np.argsort(-model.feature_importances_, kind="stable")
    result = meter.stop()
    result["inputs"] = sorted(int(j) + 1 for j in order[:spec.count])
    common.report(result, f"scikit-learn {sklearn.__version__}, 500 extra trees")


if __name__ == "__main__":
    main()
