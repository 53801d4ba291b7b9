#pragma once

#include <json-c/json.h>

#include "strata-fault.h"
#include "strata-text.h"

G_BEGIN_DECLS

/* What the loading of one course has in hand. */
typedef struct
{
  const char *folder;       /* absolute, without symbolic links */
  GPtrArray  *languages;    /* char*: declared by course.json */
  GPtrArray  *faults;
  GChecksum  *checksum;     /* nullable: of all that is read */
} StrataLoad;

/* A JSON file of the course, and what is needed to say where a fault is. */
typedef struct
{
  StrataLoad         *load;
  char               *name;     /* relative to the folder */
  char               *text;
  gsize               length;
  struct json_object *root;
  GArray             *places;   /* guint: of each row of a table, where it stands in the file */
} StrataJsonFile;

char               *_strata_load_resolve     (StrataLoad         *load,
                                              const char         *name,
                                              gboolean           *outside);
char               *_strata_load_read        (StrataLoad         *load,
                                              const char         *name,
                                              gsize              *length);
StrataJsonFile     *_strata_json_file_open   (StrataLoad         *load,
                                              const char         *name);
void                _strata_json_file_free   (StrataJsonFile     *self);
void                _strata_json_file_fault  (StrataJsonFile     *self,
                                              StrataFaultCode     code,
                                              const char         *pointer,
                                              const char         *argument,
                                              const char         *argument2);
struct json_object *_strata_json_file_field  (StrataJsonFile     *self,
                                              struct json_object *object,
                                              const char         *pointer,
                                              const char         *name,
                                              enum json_type      type,
                                              gboolean            required);
const char         *_strata_json_file_id     (StrataJsonFile     *self,
                                              struct json_object *object,
                                              const char         *pointer,
                                              const char         *name,
                                              gboolean            required);
StrataText         *_strata_json_file_text   (StrataJsonFile     *self,
                                              struct json_object *value,
                                              const char         *pointer,
                                              const char         *name);
StrataText         *_strata_json_file_text_field (StrataJsonFile     *self,
                                              struct json_object *object,
                                              const char         *pointer,
                                              const char         *name,
                                              gboolean            required);
void                _strata_json_file_only   (StrataJsonFile     *self,
                                              struct json_object *object,
                                              const char         *pointer,
                                              const char *const  *names);
gboolean            _strata_json_file_is     (StrataJsonFile     *self,
                                              struct json_object *value,
                                              enum json_type      type,
                                              const char         *pointer,
                                              const char         *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataJsonFile, _strata_json_file_free)

G_END_DECLS
