// Our file rows as the file object of the public files API.
import type { FileObject } from '../../shared/protocol/response-data.ts';
import type { FileRow } from '../store/files.ts';

/** The file object of a row; `url` is a path of this engine, since a team engine has more than one address. */
export function toFileObject(row: FileRow): FileObject {
  const folder = row.folder_path.replace(/\/+$/, '');
  return {
    id: row.id,
    name: row.name,
    size: row.size_bytes,
    type: row.media_type,
    mime_type: row.media_type,
    sha256: row.sha256,
    created_at: row.created_at,
    updated_at: row.created_at,
    created_by: row.created_by,
    current_revision_id: `${row.id}-r1`,
    revision_count: 1,
    path: `${folder}/${row.name}`,
    url: `/files/${encodeURIComponent(row.id)}/download`,
    ...(row.product_id === null ? {} : { product_id: row.product_id }),
    ...(row.description === '' ? {} : { description: row.description }),
    tags: row.tags,
  };
}
