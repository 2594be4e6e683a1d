/* Preloaded under the database driver: records every write, truncation, sync and unlink below one folder, or makes
 * the N-th of them fail. Records are: kind, file name, offset, length, data; see shim.py for the reader. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[PATH_MAX];
static int log_fd = -1;
static long fail_at = 0, seen = 0;
static int fail_errno = 0;
static char fail_kind = 0;

/* Which file of the watched folder a descriptor is; 0 for any other. */
static int watched(int fd, char *name) {
    char link[64], path[PATH_MAX];
    ssize_t length;
    if (!folder[0] || fd == log_fd) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    size_t prefix = strlen(folder);
    if (strncmp(path, folder, prefix) || (path[prefix] != '/' && path[prefix] != 0)) return 0;
    strcpy(name, path[prefix] ? path + prefix + 1 : ".");
    return 1;
}

static void put(const void *data, size_t length) {
    const char *at = data;
    while (length > 0) {
        ssize_t done = syscall(SYS_write, log_fd, at, length);
        if (done <= 0) return;
        at += done;
        length -= (size_t)done;
    }
}

static void record(char kind, const char *name, int64_t offset, const void *data, uint32_t length) {
    uint16_t size = (uint16_t)strlen(name);
    if (log_fd < 0) return;
    put(&kind, 1);
    put(&size, sizeof size);
    put(name, size);
    put(&offset, sizeof offset);
    put(&length, sizeof length);
    if (data) put(data, length);
}

/* 'w' counts writes and truncations, 's' syncs. */
static int must_fail(char kind) {
    if (!fail_at || kind != fail_kind) return 0;
    if (++seen != fail_at) return 0;
    errno = fail_errno;
    return 1;
}

void shim_watch(const char *path, int fd) {
    strncpy(folder, path, sizeof folder - 1);
    log_fd = fd;
}

void shim_arm(char kind, long at, int number) {
    fail_kind = kind;
    fail_at = at;
    fail_errno = number;
    seen = 0;
}

long shim_seen(void) { return seen; }

static ssize_t write_at(int fd, const void *data, size_t length, off_t offset) {
    char name[PATH_MAX];
    if (watched(fd, name) && !strstr(name, "-shm")) {
        if (must_fail('w')) return -1;
        ssize_t done = syscall(SYS_pwrite64, fd, data, length, offset);
        if (done > 0) record('w', name, offset, data, (uint32_t)done);
        return done;
    }
    return syscall(SYS_pwrite64, fd, data, length, offset);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return write_at(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return write_at(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
    char name[PATH_MAX];
    if (watched(fd, name)) {
        off_t offset = lseek(fd, 0, SEEK_CUR);
        if (must_fail('w')) return -1;
        ssize_t done = syscall(SYS_write, fd, data, length);
        if (done > 0) record('w', name, offset, data, (uint32_t)done);
        return done;
    }
    return syscall(SYS_write, fd, data, length);
}

static int cut_to(int fd, off_t length) {
    char name[PATH_MAX];
    if (watched(fd, name) && !strstr(name, "-shm")) {
        if (must_fail('w')) return -1;
        int done = (int)syscall(SYS_ftruncate, fd, length);
        if (done == 0) record('t', name, length, NULL, 0);
        return done;
    }
    return (int)syscall(SYS_ftruncate, fd, length);
}

int ftruncate(int fd, off_t length) { return cut_to(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut_to(fd, length); }

static int sync_file(int fd, long number) {
    char name[PATH_MAX];
    if (watched(fd, name)) {
        if (must_fail('s')) return -1;
        int done = (int)syscall(number, fd);
        if (done == 0) record('s', name, 0, NULL, 0);
        return done;
    }
    return (int)syscall(number, fd);
}

int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

int unlink(const char *path) {
    size_t prefix = strlen(folder);
    int done = (int)syscall(SYS_unlink, path);
    if (done == 0 && folder[0] && !strncmp(path, folder, prefix) && path[prefix] == '/')
        record('u', path + prefix + 1, 0, NULL, 0);
    return done;
}
