// The product that a person names: the known one of that name, else a new one.
import { randomBytes } from 'node:crypto';
import { findProductByName, saveProduct } from '../store/products.ts';
import type { Store } from '../store/open-store.ts';

/** The id of the product, or null where no name is given. The caller holds the transaction. */
export function productFor(store: Store, name: string | null): string | null {
  if (name === null || name.trim() === '') return null;
  const known = findProductByName(store, name);
  if (known !== null) return known.id;
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const id = `product-${slug === '' ? 'new' : slug}-${randomBytes(3).toString('hex')}`;
  saveProduct(store, { id, name });
  return id;
}
