// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/fonts.h"
#include "resources/resources.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

/// The main function of a test program with windows: resources and fonts loaded, style and locale fixed.
#define BM_GUI_TEST_MAIN(TestClass)                                                                                    \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        QApplication application(argc, argv);                                                                          \
        QApplication::setStyle(QStringLiteral("Fusion"));                                                              \
        QLocale::setDefault(QLocale(QStringLiteral("vi_VN")));                                                         \
        bomay::initResources();                                                                                        \
        if (!bomay::loadBuiltInFonts())                                                                                \
            return 1;                                                                                                  \
        QApplication::setFont(QFont(QStringLiteral("BoMay Sans"), 10));                                                \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

/// In `init()`: a warning fails the test, but for what the offscreen platform says of windows and popups.
#define BM_FAIL_ON_WARNING()                                                                                           \
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")))
