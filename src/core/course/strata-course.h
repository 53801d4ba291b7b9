#pragma once

#include <gio/gio.h>

#include "strata-concept.h"
#include "strata-leak.h"
#include "strata-table.h"

G_BEGIN_DECLS

#define STRATA_TYPE_COURSE (strata_course_get_type ())

/**
 * StrataCourse:
 *
 * A course as loaded from its folder: languages, a tree of concepts, tables.
 * Made by strata_course_load(); unchanging from then on.
 */
G_DECLARE_FINAL_TYPE (StrataCourse, strata_course, STRATA, COURSE, GObject)

StrataCourse       *strata_course_new             (const char         *id,
                                                   StrataText         *title,
                                                   const char *const  *languages,
                                                   const char         *folder);
const char         *strata_course_get_id          (StrataCourse       *self);
StrataText         *strata_course_get_title       (StrataCourse       *self);
const char *const  *strata_course_get_languages   (StrataCourse       *self);
const char         *strata_course_get_folder      (StrataCourse       *self);
const char         *strata_course_get_digest      (StrataCourse       *self);
void                strata_course_set_digest      (StrataCourse       *self,
                                                   const char         *digest);
StrataConcept      *strata_course_get_root        (StrataCourse       *self);
void                strata_course_set_root        (StrataCourse       *self,
                                                   StrataConcept      *root);
GPtrArray          *strata_course_get_concepts    (StrataCourse       *self);
StrataConcept      *strata_course_find_concept    (StrataCourse       *self,
                                                   const char         *id);
StrataConcept      *strata_course_get_next        (StrataCourse       *self,
                                                   StrataConcept      *concept);
GPtrArray          *strata_course_get_leaks       (StrataCourse       *self);
void                strata_course_add_leak        (StrataCourse       *self,
                                                   StrataLeak         *leak);
GPtrArray          *strata_course_get_tables      (StrataCourse       *self);
void                strata_course_add_table       (StrataCourse       *self,
                                                   StrataTable        *table);
StrataTable        *strata_course_find_table      (StrataCourse       *self,
                                                   const char         *id);
char              **strata_course_dup_languages   (StrataCourse       *self,
                                                   const char *const  *wanted);
char               *strata_course_dup_lesson_path (StrataCourse       *self,
                                                   StrataConcept      *concept,
                                                   const char *const  *languages);

G_END_DECLS
