// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/resources.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

/// The main function of a test program without a window: resources loaded, locale fixed.
#define BM_TEST_MAIN(TestClass)                                                                                        \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        QCoreApplication application(argc, argv);                                                                      \
        QLocale::setDefault(QLocale::c());                                                                             \
        bomay::initResources();                                                                                        \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
