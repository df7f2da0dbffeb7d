#define _XOPEN_SOURCE 700

#include "files.h"
#include "messages.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is opened when a name is: the file a symbolic link leads to, or the
   name itself when nothing stands there. To be freed; NULL: no memory. */
static char *path_followed(const char *name)
{
    char *path = realpath(name, NULL);
    return path != NULL ? path : strdup(name);
}

static void output_forget(output_file *file)
{
    free(file->final);
    free(file->beside);
    *file = (output_file){.name = file->name};
}

/* Opens a new file in the folder of final, with the mode that final has or
   that a new file gets. */
static bool output_open_beside(output_file *file, bool replaces,
                               mode_t mode)
{
    static const char suffix[] = ".XXXXXX";
    const size_t size = strlen(file->final) + sizeof suffix;
    file->beside = malloc(size);
    if (file->beside == NULL)
        return false;
    snprintf(file->beside, size, "%s%s", file->final, suffix);
    const int fd = mkstemp(file->beside);
    if (fd < 0)
        return false;
    if (!replaces) {
        const mode_t mask = umask(0);
        umask(mask);
        mode = 0666 & ~mask;
    }
    if (fchmod(fd, mode & 07777) == 0)
        file->stream = fdopen(fd, "w");
    if (file->stream == NULL) {
        const int why = errno;
        close(fd);
        unlink(file->beside);
        errno = why;
        return false;
    }
    return true;
}

/* The standard stream that goes to this file; -1: neither does. */
static int standard_stream_to(const struct stat *status)
{
    struct stat out;
    for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++)
        if (fstat(fd, &out) == 0 && S_ISREG(out.st_mode) &&
            out.st_dev == status->st_dev && out.st_ino == status->st_ino)
            return fd;
    return -1;
}

bool output_open(output_file *file, const char *name)
{
    *file = (output_file){.name = name};
    if (name == NULL)
        return true;
    struct stat status;
    const bool exists = stat(name, &status) == 0;
    const int standard = exists ? standard_stream_to(&status) : -1;
    bool opened = false;
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
    } else if (standard >= 0) {
        const int fd = dup(standard);
        file->stream = fd < 0 ? NULL : fdopen(fd, "w");
        opened = file->stream != NULL;
    } else if (exists && !S_ISREG(status.st_mode)) {
        file->stream = fopen(name, "w");
        opened = file->stream != NULL;
    } else if (!exists || access(name, W_OK) == 0) {
        file->final = path_followed(name);
        opened =
            file->final != NULL &&
            output_open_beside(file, exists, exists ? status.st_mode : 0);
    }
    if (opened)
        return true;
    complain("%s: %s", name, strerror(errno));
    output_forget(file);
    return false;
}

bool output_commit(output_file *file)
{
    if (file->stream == NULL)
        return true;
    errno = 0;
    bool written = !ferror(file->stream);
    if (fflush(file->stream) != 0)
        written = false;
    int why = errno;
    if (fclose(file->stream) != 0) {
        why = written ? errno : why;
        written = false;
    }
    file->stream = NULL;
    if (written && file->beside != NULL &&
        rename(file->beside, file->final) != 0) {
        why = errno;
        written = false;
    }
    if (!written) {
        complain("%s: %s", file->name, strerror(why != 0 ? why : EIO));
        if (file->beside != NULL)
            unlink(file->beside);
    }
    output_forget(file);
    return written;
}

void output_abandon(output_file *file)
{
    if (file->stream != NULL)
        fclose(file->stream);
    if (file->stream != NULL && file->beside != NULL)
        unlink(file->beside);
    output_forget(file);
}

/* The folder of a path, followed to its real place: to be freed. NULL: it
   is not there, or no memory. */
static char *folder_followed(const char *name)
{
    const char *slash = strrchr(name, '/');
    if (slash == NULL)
        return realpath(".", NULL);
    char *folder = strdup(name);
    if (folder == NULL)
        return NULL;
    folder[slash == name ? 1 : slash - name] = '\0';
    char *path = realpath(folder, NULL);
    free(folder);
    return path;
}

static const char *last_part(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash == NULL ? name : slash + 1;
}

bool output_same(const char *name, const char *other)
{
    struct stat a, b;
    const bool there = stat(name, &a) == 0;
    if (there != (stat(other, &b) == 0))
        return false;
    if (there)
        return S_ISREG(a.st_mode) && a.st_dev == b.st_dev &&
               a.st_ino == b.st_ino;
    char *folder = folder_followed(name);
    char *folder_other = folder_followed(other);
    const bool same = folder != NULL && folder_other != NULL &&
                      strcmp(folder, folder_other) == 0 &&
                      strcmp(last_part(name), last_part(other)) == 0;
    free(folder);
    free(folder_other);
    return same;
}

static bool may_replace(const file_option *file, const file_option *other)
{
    return file->replaces != NULL &&
           strcmp(file->replaces, other->option) == 0;
}

bool files_differ(const file_option files[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            if (files[i].name != NULL && files[j].name != NULL &&
                !may_replace(&files[j], &files[i]) &&
                output_same(files[i].name, files[j].name))
                return complain(
                    "--%s: expected another file than --%s, got \"%s\"",
                    files[j].option, files[i].option, files[j].name);
    return true;
}

bool standard_output_commit(void)
{
    errno = 0;
    const bool failed_before = ferror(stdout) != 0;
    if (fflush(stdout) == 0 && !failed_before && fclose(stdout) == 0)
        return true;
    return complain("standard output: %s",
                    strerror(errno != 0 ? errno : EIO));
}

bool standard_streams_prepare(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/", O_RDONLY) != fd)
            return false;
    return true;
}
